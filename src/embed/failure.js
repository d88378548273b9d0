// What is shown when the app cannot start. It cannot use the app, its messages or its styles:
// any of them may be what is missing.

const TEXTS = {
  en: ["The portal could not be loaded", "Check your connection, then try again.", "Try again"],
  es: [
    "No se pudo cargar el portal",
    "Compruebe su conexión y vuelva a intentarlo.",
    "Volver a intentarlo",
  ],
  he: ["לא ניתן לטעון את הפורטל", "יש לבדוק את החיבור ולנסות שוב.", "ניסיון נוסף"],
  it: ["Impossibile caricare il portale", "Controlla la connessione e riprova.", "Riprova"],
  pl: [
    "Nie udało się wczytać portalu",
    "Sprawdź połączenie i spróbuj ponownie.",
    "Spróbuj ponownie",
  ],
  "pt-BR": [
    "Não foi possível carregar o portal",
    "Verifique sua conexão e tente novamente.",
    "Tentar novamente",
  ],
};

// System colours: readable in light, dark and forced colours without our tokens.
const LOOK = {
  boxSizing: "border-box",
  maxInlineSize: "40rem",
  margin: "2rem auto",
  padding: "1.5rem",
  border: "1px solid",
  borderRadius: "0.5rem",
  background: "Canvas",
  color: "CanvasText",
  font: "1rem/1.5 system-ui, sans-serif",
};

/** A panel that says what happened and offers to try again. */
export function failurePanel(locale, retry) {
  const [title, body, again] = TEXTS[locale] ?? TEXTS.en;
  const panel = element("div");
  panel.role = "alert";
  panel.className = "portal-load-failure";
  Object.assign(panel.style, LOOK);
  const button = element("button", again);
  button.type = "button";
  button.style.font = "inherit";
  button.onclick = retry;
  panel.append(element("h2", title), element("p", body), button);
  return panel;
}

function element(name, text = "") {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
