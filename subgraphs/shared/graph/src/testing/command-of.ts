/** The document that gives a command, the mutation of that name: asks of its success what is said, and of its other answers. */
export function commandOf(name: string, success = '', others = ''): string {
  const type = name.charAt(0).toUpperCase() + name.slice(1)
  const ofSuccess = success && `... on ${type}Success { ${success} }`
  return `mutation ($input: ${type}Input!) { answer: ${name}(input: $input) { __typename ${ofSuccess} ${others} } }`
}
