// Reads a feed as Thunderbird does, with its own VTIMEZONE alone: one line per event, "uid start end" in UTC.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const utc = (time) => new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "Z");
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  console.log(event.uid, utc(event.startDate), utc(event.endDate));
}
