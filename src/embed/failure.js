// Shows a panel if the app cannot start or has crashed. It does not depend on the app, its sentences or
// its styles, because any of them may be missing.

import { direction } from "./language.js";

const TEXTS = {
  en: {
    load_failed: ["The portal couldn’t be loaded", "Check your connection, then try again.", "Try again"],
    panic: [
      "Something went wrong, and the portal has stopped",
      "Drafts that were saved are kept. Reload the portal to continue.",
      "Reload the portal",
    ],
  },
  es: {
    load_failed: [
      "No se pudo cargar el portal",
      "Compruebe su conexión e inténtelo de nuevo.",
      "Reintentar",
    ],
    panic: [
      "Se produjo un error y el portal se detuvo",
      "Los borradores guardados se conservan. Vuelva a cargar el portal para continuar.",
      "Volver a cargar el portal",
    ],
  },
  he: {
    load_failed: ["טעינת הפורטל נכשלה", "יש לבדוק את החיבור לאינטרנט ולנסות שוב.", "ניסיון חוזר"],
    panic: [
      "אירעה שגיאה והפורטל הפסיק לפעול",
      "טיוטות שנשמרו לא אבדו. כדי להמשיך, יש לטעון מחדש את הפורטל.",
      "טעינה מחדש של הפורטל",
    ],
  },
  it: {
    load_failed: ["Impossibile caricare il portale", "Controlla la connessione e riprova.", "Riprova"],
    panic: [
      "Si è verificato un errore e il portale si è interrotto",
      "Le bozze salvate sono conservate. Ricarica il portale per continuare.",
      "Ricarica il portale",
    ],
  },
  pl: {
    load_failed: [
      "Nie udało się wczytać portalu",
      "Sprawdź połączenie i spróbuj ponownie.",
      "Spróbuj ponownie",
    ],
    panic: [
      "Wystąpił błąd i portal przestał działać",
      "Zapisane wersje robocze są zachowane. Wczytaj portal ponownie, aby kontynuować.",
      "Wczytaj portal ponownie",
    ],
  },
  "pt-BR": {
    load_failed: [
      "Não foi possível carregar o portal",
      "Verifique sua conexão e tente novamente.",
      "Tentar novamente",
    ],
    panic: [
      "Ocorreu um erro e o portal parou de funcionar",
      "Os rascunhos salvos foram mantidos. Recarregue o portal para continuar.",
      "Recarregar o portal",
    ],
  },
};

// Uses system colours, which are readable in light, dark and forced colours without the portal's tokens.
const LOOK = {
  boxSizing: "border-box",
  inlineSize: "min(100% - 2rem, 40rem)",
  // Keeps the panel from stretching to the element's height.
  alignSelf: "start",
  display: "grid",
  gap: "0.75rem",
  justifyItems: "start",
  margin: "2rem auto",
  padding: "1.5rem",
  border: "1px solid",
  borderRadius: "0.5rem",
  background: "Canvas",
  color: "CanvasText",
  font: "1rem/1.5 system-ui, sans-serif",
};

/**
 * Returns a panel that describes a failure, `load_failed` or `panic`, and offers a retry. It is a `main`
 * element only if the portal also draws the page around it.
 */
export function failurePanel(locale, type, again, reason, chrome) {
  // Informs the host's developers. Not every browser reports why it rejected a script.
  console.error("partner-portal:", reason);
  const [title, body, action] = TEXTS[locale][type];
  const panel = element(chrome === "full" ? "main" : "div");
  const alert = element("div");
  alert.role = "alert";
  panel.className = "portal-load-failure";
  // The root may still have the language in which the portal started.
  panel.lang = locale;
  panel.dir = direction(locale);
  Object.assign(panel.style, LOOK);
  const button = element("button", action);
  button.type = "button";
  Object.assign(button.style, { font: "inherit", padding: "0.25rem 0.75rem" });
  button.onclick = again;
  alert.append(element("h1", title), element("p", body), button);
  panel.append(alert);
  return panel;
}

function element(name, text = "") {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
