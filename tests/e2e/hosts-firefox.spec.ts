// The hosts in examples/ in a second browser.

import { join } from "node:path";

import { EXAMPLES, test } from "./article.js";
import { walkHost } from "./hosts.js";

for (const name of ["article", "strict-policy", "hostile-styles", "wordpress"])
  test(`the host ${name}`, async ({ page, host }) => walkHost(page, host, { folder: join(EXAMPLES, name) }));
