/** Asks the server to remember the language in its cookie, then shows the page anew. */
export async function switchLanguage(language: 'nl' | 'en'): Promise<void> {
  const form = new FormData();
  form.set('language', language);
  form.set('back', location.pathname);
  await fetch('/language', { method: 'POST', body: form, redirect: 'manual' });
  location.reload();
}
