import { AsyncLocalStorage } from 'node:async_hooks';
import { type Locale, overwriteServerAsyncLocalStorage, serverAsyncLocalStorage } from '#locale';

/** What is said meanwhile is said in this language: for what the house writes when no visitor asks. */
export function inLanguage<T>(locale: Locale, say: () => T): T {
  if (!serverAsyncLocalStorage) overwriteServerAsyncLocalStorage(new AsyncLocalStorage());
  return serverAsyncLocalStorage!.run({ locale }, say);
}
