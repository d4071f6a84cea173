import { stage } from './stage.ts'

const told = async (what: string): Promise<string> => {
  const response = await fetch(`${stage.control}/${what}`, { method: 'POST' })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${what}: ${answer}`)
  return answer
}

/** With which a person asks the graph itself, as no page may. */
export const tokenOf = (name: string): Promise<string> => told(`token/${encodeURIComponent(name)}`)

/** Ends a part of the portal as a crash would, and runs what is done meanwhile before it is started again. */
export async function without(part: string, meanwhile: () => Promise<void>): Promise<void> {
  await told(`kill/${part}`)
  try {
    await meanwhile()
  } finally {
    await told(`restart/${part}`)
  }
}
