<?php
// Reads a feed as CalDAV servers do: one line per event, "uid start end" in UTC; any complaint ends it with 1.
require '/usr/share/php/Sabre/VObject/autoload.php';

use Sabre\VObject;

$calendar = VObject\Reader::read(file_get_contents($argv[1]));
foreach ($calendar->validate() as $complaint) {
    fwrite(STDERR, $complaint['message'] . "\n");
    exit(1);
}
$utc = fn ($property) => gmdate('Y-m-d\TH:i:s\Z', $property->getDateTime()->getTimestamp());
foreach ($calendar->VEVENT as $event) {
    echo $event->UID, ' ', $utc($event->DTSTART), ' ', $utc($event->DTEND), "\n";
}
