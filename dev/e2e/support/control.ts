import { stage } from './stage.ts'

const told = async (what: string): Promise<void> => {
  const response = await fetch(`${stage.control}/${what}`, { method: 'POST' })
  if (!response.ok) throw new Error(`${what}: ${await response.text()}`)
}

/** Ends a part of the portal as a crash would, and runs what is done meanwhile before it is started again. */
export async function without(part: string, meanwhile: () => Promise<void>): Promise<void> {
  await told(`kill/${part}`)
  try {
    await meanwhile()
  } finally {
    await told(`restart/${part}`)
  }
}
