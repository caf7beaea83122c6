export default function QuickstartPage() {
  return <h1>Quickstart</h1>;
}
