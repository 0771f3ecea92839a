"""What is true about inspections and judgements (rules O2 to O6). Pure: no database, no clock."""
