/** A page of documentation, as Storybook takes it. */
declare module '*.mdx' {
  const page: () => unknown;
  // As the compiler of these files exports it.
  // eslint-disable-next-line no-restricted-syntax
  export default page;
}
