"""Coverage-guided fuzzing of everything that takes bytes from outside: ``python -m tests.fuzz``."""
