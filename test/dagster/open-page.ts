/** Pages for tests that read them: in a frame of the size of a window, without the styles of the test runner. */

/** @returns the document of a frame that holds `html` */
export async function openPage(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '1200';
  frame.height = '800';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument as Document;
}
