@echo off
rem Lajur: builds what is missing, then runs a command. "lajur help" lists them.
setlocal
set "LAJUR_HOME=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "LAJUR_ARGS=%LAJUR_HOME%installer\target\java.args"
if not exist "%LAJUR_ARGS%" (
  echo lajur: building, the first time takes some minutes... 1>&2
  pushd "%LAJUR_HOME%"
  call mvn -B -q -DskipTests -Dspotless.check.skip=true package
  if errorlevel 1 (
    popd
    echo lajur: the build failed 1>&2
    exit /b 2
  )
  popd
)
"%JAVA%" -Xmx512m -Dfile.encoding=UTF-8 "@%LAJUR_ARGS%" id.lajur.installer.Lajur %*
exit /b %errorlevel%
