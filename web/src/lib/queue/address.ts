type Address = { readonly pathname: string; readonly search: string }

/** The page's own address with one part changed; an empty value takes the part out. What was open is closed. */
export const withParam = (address: Address, name: string, value: string): string => {
  const params = new URLSearchParams(address.search)
  params.delete('sak')
  if (value) params.set(name, value)
  else params.delete(name)
  return params.size ? `${address.pathname}?${params}` : address.pathname
}
