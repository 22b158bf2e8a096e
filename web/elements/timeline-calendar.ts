/** The days to come as a file for the calendar of the reader. */
import type { CalendarEntry } from "../calendar/calendar.js";
import { dayAfter } from "../text/days.js";
import { saveFile } from "./save-file.js";
import {
  dependsText,
  twoDaysText,
  whatText,
  whenText,
  type TimelineContext,
  type TimelineRow,
} from "./timeline-rows.js";

/** Name of the file. */
const FILE = "hosho.ics";

/** One entry a day of the list, in its words. */
export function calendarEntries(rows: TimelineRow[], context: TimelineContext): CalendarEntry[] {
  const entries = rows.map((row) => entryOf(row, context));
  return entries.filter(({ uid }, index) => entries.findIndex((other) => other.uid === uid) === index);
}

function entryOf(row: TimelineRow, context: TimelineContext): CalendarEntry {
  const { words } = context;
  const { event, day } = row;
  const plan = words.planName(event.plan);
  const silences = event.not_stated.map(({ code }) => words.code("not_stated", code, event.plan));
  const about = [plan, whenText(row, words), twoDaysText(row, context), dependsText(row, context), ...silences];
  const lines = [...about, words.say("until.calendar_note")];
  return {
    uid: `${event.plan}.${event.kind}.${day}@hosho`,
    day,
    next: dayAfter(day),
    summary: words.say("until.lane", { what: whatText(row, words), plan: words.shortName(event.plan) }),
    description: lines.filter((line) => line !== null).join("\n"),
  };
}

/** Hands the file to the reader; what makes it is loaded only now. */
export async function saveCalendar(rows: TimelineRow[], context: TimelineContext): Promise<void> {
  const { calendarFile } = await import("../calendar/calendar.js");
  const { words, asOf } = context;
  const entries = calendarEntries(rows, context);
  const text = calendarFile({ name: words.say("until.calendar"), language: words.lang, stamp: asOf, entries });
  saveFile(FILE, "text/calendar", text);
}
