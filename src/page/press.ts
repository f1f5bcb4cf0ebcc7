/**
 * A press on a control of a page. It has no default action: it can neither submit a form nor follow a link nor change
 * what a browser changes at a click, whatever the control is. Only what the page itself does at a click happens.
 *
 * The event is cancelled before it is sent, so that nothing has to be listened to in the page (seen to be kept in
 * Chromium 156 and Firefox 153; https://dom.spec.whatwg.org/#concept-event-dispatch does not reset the flag).
 */
export function press(control: Element): void {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 });
  click.preventDefault();
  EventTarget.prototype.dispatchEvent.call(control, click);
}
