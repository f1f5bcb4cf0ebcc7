/** A live list of events in the corner of a busy page: elements come and go, attributes and texts change. */
import look from './look.module.css';

const INTERVAL_MS = 10;
const KEPT_EVENTS = 4;

export function showLiveEvents(): void {
  const list = document.createElement('div');
  list.className = look.liveEvents ?? '';
  document.body.append(list);
  let count = 0;
  setInterval(() => {
    count += 1;
    const event = document.createElement('div');
    event.textContent = `STEP_OUTPUT load_events #${count}`;
    event.dataset.event = count.toString(16).padStart(32, '0');
    list.append(event);
    if (list.childElementCount > KEPT_EVENTS) list.firstElementChild?.remove();
  }, INTERVAL_MS);
}
