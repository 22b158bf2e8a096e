/**
 * The calendar file: whole days with a reminder, as every calendar reads them (RFC 5545).
 * Loaded only when somebody asks for it. It reads no clock: the same entries make the same file.
 */
import ical, { ICalAlarmType, ICalEventTransparency } from "ical-generator";

/** One whole day. */
export interface CalendarEntry {
  /** Stays the same from file to file, so that a calendar does not take it twice. */
  uid: string;
  /** The day, `2024-07-15`. */
  day: string;
  /** The day after it: where a whole day ends. */
  next: string;
  /** What happens. */
  summary: string;
  /** What there is to know besides. */
  description: string;
}

/** A calendar. */
export interface CalendarFile {
  /** Its name. */
  name: string;
  /** Language of its words. */
  language: string;
  /** The day on which it was worked out. */
  stamp: string;
  /** Its days. */
  entries: CalendarEntry[];
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Nine in the morning, a week before and the day before. */
const REMINDERS = [7 * DAY - 9 * HOUR, DAY - 9 * HOUR];

/** The text of the file. */
export function calendarFile({ name, language, stamp, entries }: CalendarFile): string {
  const calendar = ical({ name, prodId: { company: "Hosho", product: "Hosho", language: language.toUpperCase() } });
  for (const { uid, day, next, summary, description } of entries) {
    const event = calendar.createEvent({ id: uid, stamp, start: day, end: next, allDay: true, summary, description });
    event.transparency(ICalEventTransparency.TRANSPARENT);
    for (const trigger of REMINDERS) event.createAlarm({ type: ICalAlarmType.display, trigger, description: summary });
  }
  return `${calendar.toString()}\r\n`;
}
