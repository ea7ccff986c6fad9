"""The index of services -> its columns, and the letters and numbers that stand for what they hold."""

from __future__ import annotations

import string

ALWAYS_OPEN, LATE, PAUSED, CLOSED, FOR_SOME, FROM_18 = 1, 2, 4, 8, 16, 32
"""What a service is, as one number. Late: nobody can be reached there, or it is to report or read, not to talk."""
BETWEEN = "¦"
"""What stands between two services in a column of texts, where "|" may stand between the texts of one service."""
COLUMNS = {
    "id": BETWEEN,
    "name": BETWEEN,
    "also": BETWEEN,
    "kind": "",
    "crimes": ",",
    "audiences": ",",
    "areas": ";",
    "phone": BETWEEN,
    "state": "",
    "old": "",
}
"""What is known of a service, and what stands between two of them. An id that its name spells is ""."""
DIGITS = string.digits + string.ascii_letters
"""One letter for each word of a closed list, and for each state."""
ADULTS = "adults"
A_GROWN_UP = 18
