/** Runs `stop` once, at the first SIGTERM or SIGINT, and ends the process when it has. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) return
    stopping = true
    void stop().finally(() => process.exit(0))
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** Announces on stdout that the process is ready. */
export const announce = (name: string, port: number): void =>
  void process.stdout.write(`${JSON.stringify({ ready: name, port })}\n`)
