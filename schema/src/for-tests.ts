/** Whether a file of the repository is for tests alone: one of them, or what they share. Nothing that runs is built of it. */
export const isForTests = (path: string): boolean =>
  /\.(test|spec)\.ts$|(^|\/)(testing|oracle|e2e)\/|(^|\/)testing(-[^/]*)?\.ts$/.test(path)
