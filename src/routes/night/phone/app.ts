import { mount } from 'svelte';
import type { NightPlan } from '#pure/walks';
import App from './App.svelte';
import { Night } from './night.svelte.ts';

const target = document.getElementById('night')!;
const plan: NightPlan = JSON.parse(target.dataset.plan!);
const night = new Night(plan, `${location.pathname}/entries`);

/** Takes the place of what the server had drawn once the telephone's own entries are here. */
async function begin(): Promise<void> {
  await night.open();
  target.replaceChildren();
  mount(App, { target, props: { night } });
}

void begin();
