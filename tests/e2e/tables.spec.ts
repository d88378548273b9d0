// What people see when the tables, which know the time zones, cannot be fetched, and that they get
// on from there.

import { ContactForm } from "./contact_form.ts";
import { expect, expectNoViolations, type Page, test } from "./fixtures.ts";
import { BELLA_VISTA, giulia, type StoredContactInformation } from "./people.ts";

const TABLES = "**/tables-*.wasm";

const preview = (page: Page) => page.getByRole("region", { name: "When support answers" });
