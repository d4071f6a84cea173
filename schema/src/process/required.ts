type Environment = Readonly<Record<string, string | undefined>>

/** An environment variable that the process cannot run without; one that is empty is as good as none. */
export function required(env: Environment, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
