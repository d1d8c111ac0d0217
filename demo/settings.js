/**
 * The administrator's settings of this page: from the form, kept over reload, and settable by the address
 * (`/?locale=fr&target=60`).
 */
const KEY = 'harbour-crm/settings';

/** @param {HTMLFormElement} form */
const fieldsOf = (form) =>
  [...form.elements].filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);

/** @param {HTMLFormElement} form @param {Record<string, unknown>} values */
const fill = (form, values) => {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (typeof value !== 'string') continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === 'true';
    else if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value))
      field.value = value;
  }
};

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
const read = (form) =>
  Object.fromEntries(
    fieldsOf(form).map((field) => [
      field.name,
      field instanceof HTMLInputElement && field.type === 'checkbox' ? String(field.checked) : field.value,
    ]),
  );

/** The adapter's policy from the settings. @param {Record<string, string>} values */
export const policyOf = (values) => ({
  crm: values.crm === 'true',
  typing: values.typing,
  summaries: values.summaries === 'true',
  response: { target: Number(values.target), anchor: values.anchor },
  wrapUp: { disposition: values.closing, notes: values.closing },
});

/**
 * Fills the form from the address and from last time, and calls `apply` with the values now and at every change.
 *
 * @param {HTMLFormElement} form
 * @param {(values: Record<string, string>) => void} apply
 */
export const bindSettings = (form, apply) => {
  try {
    fill(form, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    // Unreadable settings from last time: the form's own stay.
  }
  fill(form, Object.fromEntries(new URLSearchParams(location.search)));
  form.addEventListener('input', () => {
    const values = read(form);
    localStorage.setItem(KEY, JSON.stringify(values));
    apply(values);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  apply(read(form));
};
