"""What is done about authorities, people, roles and the links that people get."""
