// MP's jump: the ticket stands in the fragment, which no server and no log sees.
const TICKET = "#ticket=";

// The ticket of this jump, or null; it is gone from the address at once.
export function takeTicket() {
  if (!location.hash.startsWith(TICKET)) {
    return null;
  }
  const ticket = location.hash.slice(TICKET.length);
  history.replaceState(null, "", location.pathname);
  return ticket;
}
