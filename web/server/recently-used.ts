/** Makes a value once per key and keeps those that were used last. */
export const recentlyUsed = <Value>(
  capacity: number,
  make: (key: string) => Value,
): ((key: string) => Value) => {
  const kept = new Map<string, Value>()
  return (key) => {
    const value = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, value)
    for (const oldest of kept.keys()) {
      if (kept.size <= capacity) break
      kept.delete(oldest)
    }
    return value
  }
}
