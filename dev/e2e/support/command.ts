import type { Person } from './person.ts'

/** Sends a command to the graph, and returns the selection on its success. Throws for anything but success. */
export async function command<Success>(
  by: Person,
  name: string,
  success: string,
  input: object,
): Promise<Success> {
  const type = name.charAt(0).toUpperCase() + name.slice(1)
  const document = `mutation ($input: ${type}Input!) {
    outcome: ${name}(input: $input) { __typename ... on ${type}Success { ${success} } } }`
  const { outcome } = await by.ask<{ outcome: { __typename: string } }>(document, { input })
  if (outcome.__typename !== `${type}Success`) throw new Error(`${name}: ${JSON.stringify(outcome)}`)
  return outcome as Success
}
