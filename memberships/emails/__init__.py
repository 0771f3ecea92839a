"""Letters about collaborations, a module for each noun. Subjects are neutral: a subject is read on locked screens."""
