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
RUN dotnet publish src/CallEventsDashboard --configuration Release --no-restore --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# The key ring outlives the container: without it every stored API key has to be entered again.
RUN mkdir /keys && chown $APP_UID /keys
VOLUME /keys
ENV DataProtection__KeyRing=/keys

USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "CallEventsDashboard.dll"]
