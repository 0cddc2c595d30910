/** A script for telephones, as text: see `vite.phone.ts`. */
declare module 'phone:*' {
  const script: string;
  export default script;
}
