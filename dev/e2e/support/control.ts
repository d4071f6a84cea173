import { stage } from './stage.ts'

const control = async (what: string): Promise<string> => {
  const response = await fetch(`${stage.control}/${what}`, { method: 'POST' })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${what}: ${answer}`)
  return answer
}

/** A token for requests to the graph that no page may send. */
export const tokenOf = (name: string): Promise<string> => control(`token/${encodeURIComponent(name)}`)

/** Ends a part of the portal as a crash would, and runs what is done meanwhile before it is started again. */
export async function without(part: string, meanwhile: () => Promise<void>): Promise<void> {
  await control(`kill/${part}`)
  try {
    await meanwhile()
  } finally {
    await control(`restart/${part}`)
  }
}
