# Tries once to get the real Stateless and Twilio packages. Where the package mirror lacks them the stand-ins serve, and nothing is said.
# Who has chosen (UseStandIns=true or false in the environment) is not second-guessed.
if [ -z "${UseStandIns:-}" ]; then
  dotnet restore "$(dirname "${BASH_SOURCE[0]}")/Probe" --verbosity quiet --nologo >/dev/null 2>&1 || true
fi
