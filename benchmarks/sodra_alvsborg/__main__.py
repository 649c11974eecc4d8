"""Writes the example anew."""

from benchmarks.sodra_alvsborg import FILE, SodraAlvsborg, as_text

if __name__ == "__main__":
    FILE.write_text(as_text(SodraAlvsborg().document), "utf-8")
