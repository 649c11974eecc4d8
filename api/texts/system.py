"""Why the system refuses something, by the name of its error."""

from api.texts.wording import Wording

__all__ = ["SYSTEM_WORDINGS"]

SYSTEM_WORDINGS: dict[str, Wording] = {
    "system.EACCES": Wording("åtkomst nekas", "permission denied"),
    "system.EPERM": Wording("åtkomst nekas", "permission denied"),
    "system.ENOENT": Wording("filen eller katalogen finns inte", "no such file or directory"),
    "system.EEXIST": Wording("något annat finns redan där", "something else is there already"),
    "system.ENOTDIR": Wording("en del av sökvägen är ingen katalog", "a part of the path is no directory"),
    "system.EISDIR": Wording("det är en katalog", "it is a directory"),
    "system.ENOSPC": Wording("disken är full", "the disk is full"),
    "system.EROFS": Wording("disken går bara att läsa", "the disk can only be read"),
    "system.ENAMETOOLONG": Wording("namnet är för långt", "the name is too long"),
    "system.EADDRINUSE": Wording("något annat använder den", "something else uses it"),
    "system.EADDRNOTAVAIL": Wording("adressen finns inte här", "this machine has no such address"),
}
