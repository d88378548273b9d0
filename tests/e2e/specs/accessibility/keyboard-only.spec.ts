// Tests the main tasks with the keyboard only, in left-to-right and right-to-left languages. After every
// key `Keyboard` checks that an element has the focus, that it has a focus ring, and that it is in view.

import { TAB_LEAVES_PAGE } from "../../support/firefox_limits.ts";
import { expect, test } from "../../support/fixtures.ts";
import { Keyboard } from "../../support/keyboard.ts";
import { PortalView } from "../../support/page_object.ts";
import { amara, BELLA_VISTA, CEDAR_STONE, giulia, hannah, maya, NORTHGATE } from "../../support/people.ts";
import { Sentences } from "../../support/sentences.ts";
import { LANGUAGES } from "../../support/states/visits.ts";
import { save, stored } from "../../support/stored.ts";

const CONTACT_PAGE = "/portal/configuration/contact-information";

for (const language of ["en", "he"] as const) {
  test.describe(language, () => {
    test.use({ locale: LANGUAGES[language] });

    test("a user fills in the form, and the portal opens", async ({ page, portal }) => {
      const view = new PortalView(page, portal, await Sentences.in(language));
      const keyboard = new Keyboard(page);
      await portal.signIn(page, hannah);
      await page.goto("/portal/");
      await view.formIsWhole();

      // A first submit is too early. The error summary gets the focus and links to the first field.
      await keyboard.activate(view.button("Submit"));
      const errors = page.getByRole("alert").getByRole("button");
      await expect(errors).toHaveCount(4);
      await keyboard.press("Tab");
      await expect(errors.first()).toBeFocused();
      await keyboard.press("Enter");
      await expect(view.box("TechnicalEmergency")).toBeFocused();

      await keyboard.type("oncall@example.com");
      await keyboard.press("Enter");
      await keyboard.tabTo(view.box("TechnicalNonEmergency"));
      await keyboard.type("api-team@example.com,");
      await keyboard.tabTo(view.box("OperationalPlatform"));
      await keyboard.type("ops@example.com");
      // Leaving the box also completes the entry.
      await keyboard.tabTo(view.box("OperationalShared"));
      await expect(view.box("OperationalShared")).toHaveValue(/@/);
      await keyboard.activate(view.button("AddSchedule"));
      await expect(view.combobox("TimeZone")).toBeFocused();
      const zones = await view.openZones("Warsaw");
      await keyboard.press("Enter");
      await expect(zones).toBeHidden();
      await keyboard.activate(view.button("Submit"));

      await expect(view.heading("Home")).toBeFocused();
      const saved = await stored(portal, page, CEDAR_STONE);
      expect(saved.technical_emergency).toEqual(["oncall@example.com"]);
      expect(saved.technical_non_emergency).toEqual(["api-team@example.com"]);
      expect(saved.operational_platform).toEqual(["ops@example.com"]);
      expect(saved.operational_support[0]!.time_zone).toBe("Europe/Warsaw");
    });

    test("an administrator adds a user and changes a role from inside the modal", async ({
      page,
      portal,
    }) => {
      const view = new PortalView(page, portal, await Sentences.in(language));
      const keyboard = new Keyboard(page);
      await portal.signIn(page, giulia);
      await page.goto("/portal/");
      await view.formIsWhole();

      await keyboard.tabTo(view.tab("ContactInformation"));
      // The arrow keys wrap around the two tabs, so either arrow moves to the other tab.
      await keyboard.press("ArrowLeft");
      await expect(view.tab("Users")).toBeFocused();
      await expect(view.tab("Users")).toHaveAttribute("aria-selected", "false");
      await keyboard.press("Space");
      await expect(view.tab("Users")).toHaveAttribute("aria-selected", "true");
      await expect(view.user("Chiara Romano")).toBeVisible();
      await keyboard.activate(view.button("AddUser"));
      await expect(view.box("Name")).toBeFocused();
      await keyboard.type("Ewa Nowak");
      await keyboard.press("Tab");
      await keyboard.type("ewa.nowak@example.com");
      await keyboard.press("Tab", "Space", "ArrowDown");
      await expect(page.getByRole("radio").nth(1)).toBeChecked();
      await keyboard.activate(view.button("AddAndInvite"));
      await expect(view.box("SignInLink")).toBeVisible();
      await keyboard.press("Escape");
      await expect(view.button("AddUser")).toBeFocused();

      // The list has been reloaded.
      await expect(view.user("Ewa Nowak")).toBeVisible();
      const manage = view.button("ManageUser", { name: "Noa Ben-David" });
      await keyboard.activate(manage);
      await keyboard.tabTo(page.getByRole("radio", { checked: true }));
      await keyboard.press("ArrowUp");
      await keyboard.activate(view.button("SaveRole"));
      await expect(view.text("RoleSaved")).toBeVisible();
      await keyboard.press("Escape");
      await expect(manage).toBeFocused();

      const users = await portal.api(page, "GET", `/accounts/${BELLA_VISTA}/users?query=noa`);
      const [noa] = ((await users.json()) as { users: { role: string }[] }).users;
      expect(noa?.role).toBe("editor");
    });

    test("an administrator removes the last alert contact and chooses a replacement", async ({
      page,
      portal,
    }) => {
      const view = new PortalView(page, portal, await Sentences.in(language));
      const keyboard = new Keyboard(page);
      const alerts = { alert_contacts: ["usr_maya_lindqvist"] };
      await save(await portal.person(amara), NORTHGATE, alerts, "production");
      await portal.signIn(page, amara);
      await page.goto("/portal/configuration/account-and-users");
      await expect(view.user("Maya Lindqvist")).toBeVisible();

      await keyboard.activate(view.button("ManageUser", { name: "Maya Lindqvist" }));
      await keyboard.activate(view.button("RemoveUser"));
      const question = view.dialog("RemoveUserTitle", { name: "Maya Lindqvist" });
      const remove = question.getByRole("button", { name: view.say("RemoveUser") });
      await keyboard.activate(remove);
      const replacement = view.combobox("Replacement");
      await expect(replacement).toBeFocused();
      await keyboard.type("amara");
      await expect(page.getByRole("option", { name: /Amara Okafor/ })).toBeVisible();
      await keyboard.press("ArrowDown", "Enter");
      await keyboard.activate(remove);
      await expect(view.user("Maya Lindqvist")).toBeHidden();
      await expect(view.box("SearchUsers")).toBeFocused();
    });

    test("a user whose colleague saved first chooses between both versions", async ({
      page,
      portal,
      browserName,
    }) => {
      test.skip(browserName === "firefox", TAB_LEAVES_PAGE);
      const view = new PortalView(page, portal, await Sentences.in(language));
      const keyboard = new Keyboard(page);
      await portal.signIn(page, amara);
      await page.goto(CONTACT_PAGE);
      await view.formIsWhole();
      await keyboard.tabTo(view.box("TechnicalEmergency"));
      await keyboard.type("mine@example.com");
      await keyboard.press("Enter");
      await save(await portal.person(maya), NORTHGATE, {
        technical_emergency: ["theirs@example.com"],
      });
      await keyboard.activate(view.button("Compare"));
      const versions = page.getByRole("radio");
      await expect(versions).toHaveCount(2);
      await keyboard.activate(view.button("SaveChoices"));
      await expect(view.text("ChooseVersion")).toBeVisible();
      await keyboard.tabTo(versions.first());
      await keyboard.press("Space");
      await keyboard.activate(view.button("SaveChoices"));
      const saved = page.getByText(view.say("Saved"), { exact: true });
      await expect(saved.first()).toBeVisible();
      await keyboard.expectFocus("saving");
      await expect(view.chip("mine@example.com")).toBeVisible();
    });
  });
}
