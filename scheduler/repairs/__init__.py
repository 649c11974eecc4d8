"""What would mend an unplaced meeting: small sets of actions, cheapest first, each verified by planning again."""

from scheduler.repairs.repairing import repairs

__all__ = ["repairs"]
