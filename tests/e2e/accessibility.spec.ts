// WCAG 2.2 AA, as far as a machine can tell, on every screen.

import { ContactForm } from "./contact_form.ts";
import { expect, expectNoViolations, type Page, test } from "./fixtures.ts";
import { amara, beatriz, giulia, noa, siobhan } from "./people.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Required information" });

test("the page to sign in", async ({ page }) => {
  await page.goto("/demo/sign-in");
  await expect(page.getByRole("button", { name: /Giulia Conti/ })).toBeVisible();
  await expectNoViolations(page);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("the empty modal", async ({ page, portal }) => {
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      await expect(new ContactForm(page).shared).toHaveValue("support@bellavista.example.com");
      await expectNoViolations(page);
    });

    test("the modal with errors", async ({ page, portal }) => {
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      const form = new ContactForm(page);
      await form.type("Technical emergency contacts", "no-address");
      await page.getByRole("button", { name: "Add schedule" }).press("Enter");
      await form.submit.press("Enter");
      await expect(form.summary).toBeVisible();
      await expectNoViolations(page);
    });

    test("the modal's Users tab", async ({ page, portal }) => {
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      await page.getByRole("tab", { name: "Users" }).click();
      await expect(page.getByRole("row", { name: /Tomasz Zieliński/ })).toBeVisible();
      await expectNoViolations(page);
    });

    test("Home", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.goto("/portal/");
      await expect(page.getByRole("region", { name: "Onboarding plan" }).getByRole("listitem"))
        .toHaveCount(3);
      await expect(page.getByText("partner-20533")).toBeVisible();
      await expectNoViolations(page);
    });

    test("Contact information", async ({ page, portal }) => {
      await portal.signIn(page, amara);
      await page.goto("/portal/configuration/contact-information?env=production");
      await expect(new ContactForm(page).chip("oncall@northgate.example.com")).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test("what a reader sees while the portal is locked", async ({ page, portal }) => {
  await portal.signIn(page, noa);
  await page.goto("/portal/");
  await expect(dialog(page).getByText("Your role cannot edit")).toBeVisible();
  await expectNoViolations(page);
});

test("what a reader sees of the contact information", async ({ page, portal }) => {
  await portal.signIn(page, siobhan);
  await page.goto("/portal/configuration/contact-information");
  const emergency = page.getByRole("definition").filter({ hasText: "oncall@northgate.example.com" });
  await expect(emergency.first()).toBeVisible();
  await expectNoViolations(page);
  // The history with a difference opened.
  const history = page.getByRole("region", { name: "History" });
  await history.locator("summary").first().press("Enter");
  await expect(history.getByRole("definition").first()).toBeVisible();
  await expectNoViolations(page);
});

test("an open list of time zones and an open account menu", async ({ page, portal }) => {
  await portal.signIn(page, giulia);
  await page.goto("/portal/");
  await page.getByRole("button", { name: "Add schedule" }).press("Enter");
  await page.getByRole("combobox", { name: "Time zone" }).fill("rome");
  await expect(page.getByRole("listbox", { name: "Time zones" })).toBeVisible();
  await expectNoViolations(page);
  await dialog(page).getByRole("button", { name: "Giulia Conti" }).click();
  await expect(dialog(page).getByRole("button", { name: "Sign out" })).toBeVisible();
  await expectNoViolations(page);
});

test("ten thousand users", async ({ page, portal }) => {
  await portal.signIn(page, beatriz);
  await page.goto("/portal/configuration/account-and-users");
  await expect(page.getByRole("table", { name: "Users" }).getByRole("row").nth(5)).toBeVisible();
  await expectNoViolations(page);
});

for (const [path, name] of [
  ["/portal/help", "Help and support"],
  ["/portal/nowhere", "Page not found"],
] as const) {
  test(name, async ({ page, portal }) => {
    await portal.signIn(page, amara);
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await expectNoViolations(page);
  });
}

test("the panel when the portal cannot be reached", async ({ page, portal }) => {
  await portal.signIn(page, amara);
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.goto("/portal/");
  await expect(page.getByText("The portal cannot be reached")).toBeVisible();
  await expectNoViolations(page);
});

for (const viewport of [{ width: 1280, height: 720 }, { width: 360, height: 740 }]) {
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    test("what has the focus in the modal is never covered", async ({ page, portal }) => {
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      await page.getByRole("button", { name: "Add schedule" }).press("Enter");
      await dialog(page).getByRole("heading", { name: "Required information" }).focus();
      const seen: string[] = [];
      for (let presses = 0; presses < 60 && !seen.includes("Submit"); presses += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
          const root = document.getElementById("portal")!.shadowRoot!;
          const element = root.activeElement;
          // Past the last control, focus is in the browser's own bar; a panel is a page of its own.
          if (!element || element.getAttribute("role") === "tabpanel") return null;
          const { left, top, width, height } = element.getBoundingClientRect();
          const hit = root.elementFromPoint(left + width / 2, top + height / 2);
          const isShown = hit !== null && (element.contains(hit) || hit.contains(element));
          return { name: element.textContent.trim() || element.id, isShown };
        });
        if (focused === null) continue;
        expect(focused.isShown, `${focused.name} is in sight`).toBe(true);
        seen.push(focused.name);
      }
      expect(seen).toContain("Submit");
    });
  });
}

test.describe("360 pixels wide", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the modal, with errors, fits and passes", async ({ page, portal }) => {
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    const form = new ContactForm(page);
    await page.getByRole("button", { name: "Add schedule" }).press("Enter");
    await form.submit.press("Enter");
    await expect(form.summary).toBeVisible();
    await expectNoViolations(page);
    const overflow = await dialog(page).evaluate((node) => {
      const root = document.documentElement;
      return [node.scrollWidth - node.clientWidth, root.scrollWidth - root.clientWidth];
    });
    expect(overflow).toEqual([0, 0]);
    for (const name of ["Contact support", "How to get help"]) {
      await expect(dialog(page).getByRole("link", { name })).toBeInViewport({ ratio: 1 });
    }
    await expect(form.submit).toBeInViewport({ ratio: 1 });
  });

  test("the users of the modal pass", async ({ page, portal }) => {
    await portal.signIn(page, giulia);
    await page.goto("/portal/");
    await page.getByRole("tab", { name: "Users" }).click();
    await expect(page.getByRole("row", { name: /Tomasz Zieliński/ })).toBeVisible();
    await expectNoViolations(page);
  });
});
