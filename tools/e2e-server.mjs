// Serves dist/ for the page tests, on a port that no one else uses.

import { ROOT } from "./process.mjs";
import { serve } from "./serve.mjs";

export default async function start() {
  const { url, close } = await serve(`${ROOT}dist`, { first: 0 });
  process.env.HOSHO_URL = url; // the workers start later and inherit it
  return close;
}
