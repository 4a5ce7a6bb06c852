/** What is still to be filled in, said as soon as it is missed. */
export function Missing({ id, text }: { readonly id: string; readonly text: string | null }) {
  return (
    <p id={id} class="small bad-text" role="alert">
      {text}
    </p>
  );
}
