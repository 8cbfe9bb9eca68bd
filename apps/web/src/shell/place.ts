/** Whether an address belongs to a view: its own path, or anything beneath it. */
export function isOn(screen: { readonly path: string }, path: string): boolean {
  return path === screen.path || (screen.path !== '/' && path.startsWith(`${screen.path}/`));
}
