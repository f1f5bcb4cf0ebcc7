/** Interfaces by which nothing in a file can be meant, because nothing in it gets at one of their objects. */
import type { Feature, Use } from './catalogue';

/**
 * Families of interfaces whose members have everyday names (`token`, `draw`, `dispatch`), and the one way to get at their
 * objects. Where that way is not used, such a name is the file's own.
 */
const FAMILIES: readonly (readonly [family: RegExp, way: Feature])[] = [
  [/^api\.GPU/, 'api.Navigator.gpu'],
  [/^api\.ML/, 'api.Navigator.ml'],
  [/^api\.XR/, 'api.Navigator.xr'],
  [/^api\.(Serial|SerialPort)\./, 'api.Navigator.serial'],
  [/^api\.HID/, 'api.Navigator.hid'],
  [/^api\.USB/, 'api.Navigator.usb'],
  [/^api\.Bluetooth/, 'api.Navigator.bluetooth'],
  [/^api\.Contact/, 'api.Navigator.contacts'],
  [/^api\.(\w*Credential|CredentialsContainer)\./, 'api.Navigator.credentials'],
  [/^api\.Payment/, 'api.PaymentRequest'],
  [/^api\.Viewport\./, 'api.Window.viewport'],
  [/^api\.FontFaceSet\./, 'api.Document.fonts'],
  [/^api\.IntersectionObserver/, 'api.IntersectionObserver'],
  [/^api\.Directory\./, 'api.HTMLInputElement.webkitdirectory'],
  [/^api\.Notification\./, 'api.Notification'],
];

/** Whether one of the objects can be there that a feature belongs to, by all that a package uses. */
export function reachedBy(uses: readonly Use[]): (feature: Feature) => boolean {
  const used = new Set(uses.flatMap(({ features }) => features));
  return (feature) => {
    const [namespace] = /^webextensions\.api\.\w+/.exec(feature) ?? [];
    if (namespace) return used.has(namespace);
    if (feature.endsWith('_parameter')) return used.has(feature.slice(0, feature.lastIndexOf('.')));
    return FAMILIES.every(([family, way]) => !family.test(feature) || used.has(way));
  };
}
