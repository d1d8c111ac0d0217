// What the page “Test your page” imports of packages: its code is loaded as text, past the runner's own resolver.
export { expect, waitUntil } from '@open-wc/testing';
export { sendKeys, sendMouse } from '@web/test-runner-commands';
