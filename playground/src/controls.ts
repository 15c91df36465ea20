import { make } from "./dom.ts";
import { allowed, type Field, type NumberField, read, type Value, type Values } from "./fields.ts";

const STEPS = 1000;

/** Inputs for fields. `onChange` hears of every change, also while a slider is being moved. */
export class Controls {
  readonly #host: HTMLElement;
  readonly #onChange: (values: Values) => void;
  #values: Record<string, Value> = {};
  /** How each field is brought to another value. */
  readonly #bring = new Map<string, (value: Value) => void>();

  constructor(host: HTMLElement, onChange: (values: Values) => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  /** Shows these fields with these values. */
  show(fields: readonly Field[], values: Values): void {
    this.#values = { ...values };
    this.#host.replaceChildren(
      ...fields.map((field) => (field.kind === "number" ? this.#number(field) : this.#choice(field))),
    );
  }

  /** Brings a field to a value, which `onChange` does not hear of. */
  bring(name: string, value: Value): void {
    this.#values[name] = value;
    this.#bring.get(name)?.(value);
  }

  #set(name: string, value: Value): void {
    this.#values[name] = value;
    this.#onChange({ ...this.#values });
  }

  #choice(field: Extract<Field, { kind: "choice" }>): HTMLElement {
    const id = `${this.#host.id}-${field.name}`;
    const select = make(
      "select",
      { id },
      ...field.values.map(({ value, label }) =>
        make("option", { value, textContent: label, selected: value === this.#values[field.name] }),
      ),
    );
    this.#bring.set(field.name, (value) => {
      select.value = String(value);
    });
    select.onchange = () => this.#set(field.name, select.value);
    return make(
      "div",
      { className: "field" },
      make("label", { htmlFor: id, textContent: field.label }),
      select,
    );
  }

  #number(field: NumberField): HTMLElement {
    const id = `${this.#host.id}-${field.name}`;
    const value = Number(this.#values[field.name]);
    const box = make("input", {
      id,
      type: "text",
      inputMode: "decimal",
      autocomplete: "off",
      value: String(value),
    });
    const slider = make("input", {
      type: "range",
      min: "0",
      max: String(STEPS),
      value: String(position(field, value)),
    });
    slider.setAttribute("aria-label", `${field.label}, slider`);
    const say = (number: number) => slider.setAttribute("aria-valuetext", String(number));
    say(value);
    const wrong = make("p", { id: `${id}-wrong`, className: "wrong", hidden: true });
    const mark = (bad: boolean) => {
      box.setAttribute("aria-invalid", String(bad));
      wrong.hidden = !bad;
      if (bad) {
        wrong.textContent = `not ${allowed(field)}`;
        box.setAttribute("aria-describedby", wrong.id);
      } else box.removeAttribute("aria-describedby");
    };
    this.#bring.set(field.name, (to) => {
      box.value = String(to);
      slider.value = String(position(field, Number(to)));
      say(Number(to));
      mark(false);
    });
    slider.oninput = () => {
      const number = valueAt(field, Number(slider.value));
      box.value = String(number);
      say(number);
      mark(false);
      this.#set(field.name, number);
    };
    box.oninput = () => {
      const number = read(field, box.value);
      mark(number === undefined);
      if (number === undefined) return;
      slider.value = String(position(field, Number(number)));
      say(Number(number));
      this.#set(field.name, number);
    };
    return make(
      "div",
      { className: "field" },
      make("label", { htmlFor: id, textContent: field.label }),
      box,
      slider,
      wrong,
    );
  }
}

/** The value at a position of the slider, with no more digits than the eye can aim at. */
function valueAt(field: NumberField, at: number): number {
  const [from, to] = field.slider ?? [field.min, field.max];
  const share = at / STEPS;
  const raw = field.log ? from * (to / from) ** share : from + share * (to - from);
  const value = field.integer ? Math.round(rounded(raw, 2)) : rounded(raw, 2);
  return Math.min(field.max, Math.max(field.min, at === 0 ? from : at === STEPS ? to : value));
}

function position(field: NumberField, value: number): number {
  const [from, to] = field.slider ?? [field.min, field.max];
  const inside = Math.min(to, Math.max(from, value));
  const share = field.log ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
  return Math.round(share * STEPS);
}

const rounded = (value: number, digits: number): number =>
  value === 0 ? 0 : Number(value.toPrecision(digits));
