"""The mutation run: small faults are put into the library, and tests that cover them must fail.

Two published tools were tried first. mutmut 3.8 mutates only bodies of functions without
decorators (no property, cached property or constant of a module), chooses tests by function, and
replaces what it mutates by a trampoline; cosmic-ray 8.7 runs one whole command for each mutant and
knows nothing of coverage. Neither draws a sample by a seed, nor keeps mutants that are judged
equivalent by their content.

``python -m tests.mutation --sample 100 --seed 1`` runs it; ``--help`` lists the options. It needs
``coverage`` and a system with ``fork``.

What is not seen: code within f-strings, code that the library generates as text, and lines that
only other processes run.
"""
