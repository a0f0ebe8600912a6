"""Hypothesis strategies for reports (public)."""


def register_strategies() -> None:
    """Register the strategies with hypothesis."""
