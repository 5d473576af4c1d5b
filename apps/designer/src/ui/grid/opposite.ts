/** The direction that another press of a head sorts by. */
export function opposite(direction: 'ascending' | 'descending' | undefined): 'ascending' | 'descending' {
  return direction === 'ascending' ? 'descending' : 'ascending';
}
