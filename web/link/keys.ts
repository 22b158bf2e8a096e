/**
 * The keys of a link, one for each fact that can be entered: `#v1:m=iphone-13&b=2022-07&k=battery_wear`.
 *
 * A key that was ever given out keeps its meaning for ever: keys are added here, never changed, and never used twice.
 * In keys and facts `#` stands for a position in a list (a key counts from 1, a fact from 0), `*` for a word such as
 * the id of a plan.
 */

/** How a value is spelled: see `values.ts`. */
export type Spelling =
  | "word" // a word of a vocabulary or an id of the catalogue
  | "flag" // `yes` or `no`
  | "day" // `2024-07-15`, `2024-07`, or what is there of it while it is chosen
  | "day_or_none" // a day, or `none` where there is none
  | "today" // a full day
  | "text" // what was typed into a field, as it was typed
  | "sum" // a whole number of up to nine digits
  | { least: number; most: number }; // a whole number between two ends

/** Key, fact, and how its value is spelled. */
export type Row = readonly [key: string, fact: string, spelling: Spelling];

/** What a person says of the case; `?` stands for "I don't know". */
export const ANSWERS: readonly Row[] = [
  ["m", "device.model", "word"],
  ["mk", "device.maker", "word"],
  ["cat", "device.category", "word"],
  ["os", "device.os", "word"],
  ["rel", "device.released_on", "day"],
  ["b", "device.bought_on", "day"],
  ["from", "device.bought_from", "word"],
  ["price", "device.price_yen", "sum"],
  ["cond", "device.condition", "word"],
  ["jp", "device.sold_in_japan", "flag"],
  ["mark", "device.conformity_mark", "flag"],
  ["free", "device.sim_unlocked", "flag"],
  ["ok", "device.undamaged", "flag"],
  ["mw", "device.maker_warranty_until", "day_or_none"],
  ["3p", "device.repaired_by_third_party", "flag"],
  ["mod", "device.modified", "flag"],
  ["own", "device.owner", "word"],
  ["sn", "device.serial_number_known", "flag"],
  ["l", "line.carrier", "word"],
  ["lp", "line.plan", "word"],
  ["ld", "line.contracted_on", "day"],
  ["lv", "line.contracted_via", "word"],
  ["lo", "line.opened_on", "day"],
  ["ln", "line.is_new_contract", "flag"],
  ["lf", "line.ported_from", "word"],
  ["ls", "line.sim_only", "flag"],
  ["lu", "line.in_use_on_device", "flag"],
  ["c", "covers", "word"],
  ["c#", "covers[#].plan", "word"],
  ["c#.j", "covers[#].joined_on", "day"],
  ["c#.s", "covers[#].started_on", "day"],
  ["c#.r", "covers[#].registered", "flag"],
  ["c#.rd", "covers[#].registered_on", "day"],
  ["c#.this", "covers[#].is_this_device", "flag"],
  ["c#.end", "covers[#].ended_on", "day"],
  ["c#.ext", "covers[#].extended", "flag"],
  ["c#.u", "covers[#].claims", "word"],
  ["c#.u#.on", "covers[#].claims[#].on", "day"],
  ["c#.u#.k", "covers[#].claims[#].kind", "word"],
  ["c#.u#.r", "covers[#].claims[#].remedy", "word"],
  ["oc", "other_covers_count", "text"],
  ["pay", "payment", "word"],
  ["jo", "join_on", "day"],
  ["k", "incident.kind", "word"],
  ["cap", "incident.battery_capacity_percent", "text"],
  ["md", "incident.manufacturing_defect", "flag"],
  ["quote", "incident.repair_price_yen", "text"],
  ["r", "incident.remedy", "word"],
  ["at", "incident.where", "word"],
  ["part", "incident.part", "word"],
  ["est", "incident.estimate_wanted", "flag"],
  ["er", "incident.data_erased", "flag"],
  ["arr", "incident.arrived_on", "day"],
  ["nd", "incident.replacement_delivered_on", "day"],
  ["od", "incident.old_device_returned", "flag"],
  ["ods", "incident.old_device_sent_on", "day"],
  ["odr", "incident.old_device_returned_on", "day"],
  ["odc", "incident.old_device_collected_at_delivery", "flag"],
  ["lend", "incident.loaner.used", "flag"],
  ["lend.at", "incident.loaner.requested_at", "word"],
  ["lend.yen", "incident.loaner.value_yen", "sum"],
  ["lend.due", "incident.loaner.due_from", "day"],
  ["lend.back", "incident.loaner.returned_on", "day"],
  ["lend.st", "incident.loaner.state", "word"],
  ["proof", "documents.proof_of_purchase", "flag"],
  ["card", "documents.credit_card", "flag"],
];

/** What is set around the case: which question, on which day, what is searched for, over which stretch, with which assumptions. */
export const SETTINGS: readonly Row[] = [
  ["q", "question", "word"],
  ["d", "as_of", "today"],
  ["find", "search", "text"],
  ["t", "stretch.months", { least: 1, most: 60 }],
  ["n.*", "stretch.counts.*", { least: 0, most: 4 }],
  ["fix.*", "stretch.quotes.*", "text"],
  ["fee.*", "stretch.fees.*", "text"],
  ["rate.*", "outlook.positions.*", { least: 0, most: 200 }],
  ["age", "outlook.owner", "word"],
  ["worst", "outlook.worst", "flag"],
  ["cost.*", "outlook.prices.*", "text"],
  ["new", "outlook.replacement", "text"],
  ["bat.cyc", "outlook.battery.cycles", "text"],
  ["bat.des", "outlook.battery.design", "text"],
  ["bat.yen", "outlook.battery.price", "text"],
  ["see", "outlook.chosen", "word"],
];
