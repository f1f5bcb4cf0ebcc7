/** Puts the content of `<template id="late-content">` into the page when its button is pressed. */
const button = document.querySelector('#late');
const template = document.querySelector<HTMLTemplateElement>('#late-content');
button?.addEventListener('click', () => {
  if (template) button.after(template.content.cloneNode(true));
  document.dispatchEvent(new Event('hub-added'));
});
