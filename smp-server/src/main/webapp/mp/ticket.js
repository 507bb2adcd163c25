// MP links to this page with a ticket in the fragment, which is sent to no server and written to no log.
const TICKET = "#ticket=";

// Returns the ticket or null, and removes it from the address.
export function takeTicket() {
  if (!location.hash.startsWith(TICKET)) {
    return null;
  }
  const ticket = location.hash.slice(TICKET.length);
  history.replaceState(null, "", location.pathname);
  return ticket;
}
