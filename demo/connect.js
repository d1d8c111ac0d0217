// A classic script, so that it runs before the tags come to life: which back end they use is in the address.
// `local`, unless it says otherwise: `/?connector=websocket`.
{
  const name = new URLSearchParams(location.search).get('connector');
  if (name !== null) document.querySelector('chat-adapter')?.setAttribute('connect-to', name);
}
