// Civil days as words ("2024-07-15"), stepped one by one. Nothing here is clever, and nothing of the product is used.

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (number) => String(number).padStart(2, "0");

export const dayOf = (year, month, day) => `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

export const partsOf = (day) => day.split("-").map(Number);

const isLeapYear = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const lengthOfMonth = (year, month) => (month === 2 && isLeapYear(year) ? 29 : LENGTHS[month - 1]);

export function dayAfter(word) {
  const [year, month, day] = partsOf(word);
  if (day < lengthOfMonth(year, month)) return dayOf(year, month, day + 1);
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1);
}

export function dayBefore(word) {
  const [year, month, day] = partsOf(word);
  if (day > 1) return dayOf(year, month, day - 1);
  return month > 1 ? dayOf(year, month - 1, lengthOfMonth(year, month - 1)) : dayOf(year - 1, 12, 31);
}

export function daysLater(word, count) {
  let day = word;
  for (let step = 0; step < Math.abs(count); step++) day = count > 0 ? dayAfter(day) : dayBefore(day);
  return day;
}

/** Year and month that lie `months` after this day's. */
function monthsLater(word, months) {
  let [year, month] = partsOf(word);
  for (let step = 0; step < Math.abs(months); step++) {
    month += Math.sign(months);
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return [year, month];
}

/** The same day of the month, or the last one of a month that is too short. */
export function sameDay(word, months) {
  const [year, month] = monthsLater(word, months);
  return dayOf(year, month, Math.min(partsOf(word)[2], lengthOfMonth(year, month)));
}

/** Civil Code, article 143: the day before the one that corresponds to the start; where there is none, the month's last. */
function endOfMonths(start, months) {
  const [year, month] = monthsLater(start, months);
  const wanted = partsOf(start)[2];
  const last = lengthOfMonth(year, month);
  return wanted > last ? dayOf(year, month, last) : dayBefore(dayOf(year, month, wanted));
}

const endCountedFrom = (start, { months, days }) =>
  months === undefined ? daysLater(start, days - 1) : endOfMonths(start, months);

/** The ends of a period: by its counting, the safe one, and for a silent counting of months the same day of the month. */
export function endsOf(from, period) {
  const counted = endCountedFrom(from, period);
  const excluded = endCountedFrom(dayAfter(from), period);
  const on = period.first_day === "included" ? counted : excluded;
  const silent = period.first_day === "not_stated" && period.months !== undefined;
  return { on, safe_on: counted, ...(silent ? { same_day_on: sameDay(from, period.months) } : {}) };
}

/** Where a day lies that is not before the period: inside it, outside it, or where the counting is silent. */
export function isInTime(day, from, period) {
  const { on, safe_on, same_day_on } = endsOf(from, period);
  if (day > on) return "no";
  return same_day_on !== undefined && day > safe_on && day > same_day_on ? "not_stated" : "yes";
}

export function firstOfNextMonth(word) {
  const [year, month] = monthsLater(word, 1);
  return dayOf(year, month, 1);
}

export const isMonth = (word) => /^\d{4}-\d{2}$/.test(word);

export function daysOfMonth(word) {
  const [year, month] = partsOf(word);
  return Array.from({ length: lengthOfMonth(year, month) }, (_, index) => dayOf(year, month, index + 1));
}
