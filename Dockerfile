FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# The packages change more seldom than the code: this layer is kept while they do not.
COPY src/Directory.Build.props src/Directory.Packages.props src/
COPY src/CallEventsDashboard/CallEventsDashboard.csproj src/CallEventsDashboard/
COPY src/CallEventsDashboard.Sandbox/CallEventsDashboard.Sandbox.csproj src/CallEventsDashboard.Sandbox/
COPY src/CallEventsDashboard.Telnyx/CallEventsDashboard.Telnyx.csproj src/CallEventsDashboard.Telnyx/
RUN dotnet restore src/CallEventsDashboard

COPY .editorconfig .
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/CallEventsDashboard --configuration Release --no-restore --output /app -p:UseAppHost=false && mkdir /keys

# No shell, no package manager, no SDK: the runtime, time zones and cultures alone.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .

# The key ring outlives the container: without it every stored API key has to be entered again. 1654 is the user of the base image (APP_UID).
COPY --from=build --chown=1654:1654 /keys /keys
VOLUME /keys
ENV DataProtection__KeyRing=/keys

# Memory holds API keys: no dump is written, and nobody attaches. Nothing is written but the key ring, so the root may be read-only.
ENV DOTNET_EnableDiagnostics=0 DOTNET_DbgEnableMiniDump=0

USER 1654
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "CallEventsDashboard.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "CallEventsDashboard.dll"]
